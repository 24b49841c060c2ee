using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Results;
using Bench.Workloads;

namespace Bench.RuntimeLanes;

/// <summary>Lookups and reservations by many users, who call a service in another runtime from a generator there.</summary>
public abstract class Inventory : Workloads.Inventory
{
    private const int FieldsOfReservation = 3;
    private readonly RuntimeWork _work;
    private Answer? _answer;

    protected Inventory() => _work = new(this);

    /// <summary>A tracer sees this process only.</summary>
    protected override IReadOnlyList<string> TracedSteps => [];

    protected override string? OutOfReach(InventoryParameters parameters) =>
        parameters.Backend == BackendName.Simulated
            ? _work.Missing
            : "its program, in another runtime, has the simulated device only";

    protected override void Prepare() => _work.Prepare(Parameters);

    protected override void PrepareIteration() { }

    protected override void RunIteration() => _answer = _work.Iterate(IsMeasured);

    protected override void FinishIteration()
    {
        Count(
            new()
            {
                Intended = _answer!.Number("intended"),
                Completed = _answer.Number("completed"),
                Failed = _answer.Number("failed"),
                Rejected = _answer.Number("rejected"),
                TimedOut = _answer.Number("timedOut"),
            }
        );
        Lateness = new(_answer.Number("latenessP99"), _answer.Number("latenessMax"));
        EndedInWindow = (
            _answer.Number("endedInWindow"),
            _answer.Number("completedInWindow"),
            Timing.Measured.TotalSeconds
        );
    }

    protected override void Check(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        findings.ExpectEqual(
            _answer!.Number("admitted"),
            _answer.Number("answered"),
            "answers to admitted calls"
        );
        findings.ExpectEqual(0, _answer.Number("answeredAgain"), "calls answered twice");
        var (replies, left, books) = (
            Rows("replies", 2),
            _answer.Numbers("left"),
            Rows("books", FieldsOfReservation)
        );
        findings.ExpectEqual(Parameters.Products, left.Count, "products");
        findings.Expect(
            replies.DistinctBy(row => row[0]).Count() == replies.Count
                && replies.All(row => row[0] >= 0 && row[0] < _answer.Number("issued")),
            "replies to calls that nobody made, or two to one"
        );
        findings.Expect(
            _answer.Number("completed") <= replies.Count,
            "more calls completed than there were replies"
        );
        Check(
            findings,
            new InventoryBooks(
                [.. replies.Select(row => (Request(row[0]), (InventoryReply)row[1]))],
                left,
                [
                    .. books.Select(row =>
                        Request(row[0]) with
                        {
                            Product = (int)row[1],
                            Quantity = (int)row[2],
                        }
                    ),
                ],
                _answer.Number("mostInWork")
            )
        );
    }

    protected override void Dispose(Findings findings) =>
        _work.Finish(
            findings,
            Operations.Completed + Operations.Failed + Operations.TimedOut,
            _answer!.Number("inFlightMillionths") / 1e6
        );

    // The runtime's program opens, admits and closes.
    protected sealed override void Open() { }

    protected sealed override bool TryAdmit(Call<InventoryRequest, InventoryReply> call) => false;

    protected sealed override void Close() { }

    private List<long[]> Rows(string name, int fields) => [.. _answer!.Numbers(name).Chunk(fields)];
}
