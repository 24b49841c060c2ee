using System.Globalization;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.RuntimeLanes;

/// <summary>
/// Calls are routed to handlers of another runtime, some of which crash or hang and are replaced. Its program notes what each unit did
/// and when; this side does the same again with its own handlers and those times, so every check and figure is the workload's own.
/// </summary>
public abstract class Routing : Workloads.Routing
{
    private readonly RuntimeWork _work;
    private IReadOnlyList<RoutingNote> _notes = [];
    private Dictionary<int, string> _states = [];
    private long _now;
    private long _contradictions;

    protected Routing() => _work = new(this);

    protected override Func<long> Clock => () => _now;

    protected override string? OutOfReach(RoutingParameters parameters) => _work.Missing;

    protected override void Prepare()
    {
        base.Prepare();
        _work.Prepare(Parameters, ("events", string.Join(' ', Plan.Events.Zip(Plan.Offsets, Text))));
    }

    protected override void RunIteration()
    {
        var answer = _work.Iterate(IsMeasured);
        Lateness = new(answer.Number("latenessP99"), answer.Number("latenessMax"));
        _notes = [.. answer.Numbers("log").Chunk(RoutingNote.Fields).Select(RoutingNote.Of)];
        _states = answer
            .Text("completed")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(item => item.Split(':'))
            .Where(item => item.Length == 2)
            .GroupBy(item => int.Parse(item[0], CultureInfo.InvariantCulture), item => item[1])
            .ToDictionary(call => call.Key, call => string.Join(' ', call));
        Begin(origin: 0);
        for (var number = 0; number < Plan.Events.Count; number++)
        {
            Due(number, Plan.Offsets[number]);
        }

        foreach (var unit in _notes.GroupBy(note => note.Unit))
        {
            Repeat((int)unit.Key, unit);
        }

        AwaitSettled();
    }

    protected override void Check(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        base.Check(findings);
        findings.ExpectEqual(0, _contradictions, "notes that contradict what the events ask");
        findings.Expect(
            Enumerable.Range(0, Plan.Calls).All(IsAsTold),
            "the state of a call is not the one that the runtime told"
        );
        findings.ExpectEqual(0, Units.Alive, "units alive after the end");
    }

    protected override void Dispose(Findings findings) => _work.Finish(findings, recorded: 0);

    // The runtime's program opens, routes and closes.
    protected sealed override void Open() { }

    protected sealed override void Route(CallEvent item) { }

    protected sealed override void Close() { }

    private void Repeat(int unit, IEnumerable<RoutingNote> notes)
    {
        UnitHandlers? handlers = null;
        foreach (var note in notes)
        {
            _now = note.At;
            if (unit < 0 || unit >= UnitCount)
            {
                _contradictions++;
            }
            else if (note.What == RoutingNote.TookOver)
            {
                handlers = TakeOver(unit);
            }
            else if (!TryRepeat(handlers, note))
            {
                _contradictions++;
            }
        }
    }

    private bool TryRepeat(UnitHandlers? handlers, RoutingNote note)
    {
        if (
            handlers is null
            || note.Event < 0
            || note.Event >= Plan.Events.Count
            || Plan.Events[(int)note.Event] is not { } item
            || UnitOf(item) != note.Unit
        )
        {
            return false;
        }

        handlers.HangsOn(item);
        if (item.Fault != HandlerFault.None || note.What == RoutingNote.FailedOn)
        {
            return item.Fault != HandlerFault.None && note.What == RoutingNote.FailedOn;
        }

        var before = Books.TimesHandled(item.Number);
        handlers.Handle(item);
        return Books.TimesHandled(item.Number) > before == (note.What == RoutingNote.Handled);
    }

    private bool IsAsTold(int call) =>
        Books.StateAtEnd(call)?.ToString(CultureInfo.InvariantCulture) == _states.GetValueOrDefault(call);

    private static string Text(CallEvent item, long offset) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{offset},{item.Call},{item.Handler},{(int)item.Kind},{item.Value},{(int)item.Fault}"
        );
}
