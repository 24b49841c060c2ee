using Bench.Measurement.Clocks;
using Bench.Measurement.Hosting;
using Bench.Measurement.Recording;
using Bench.Results;

namespace Bench.Workloads;

/// <summary>
/// Parse, enrich, aggregate, write: four stages with a bounded hand-off between them and a number of workers
/// each. A source offers items as fast as the back-pressure lets it.
/// </summary>
public abstract class Pipeline : Workload<PipelineParameters>
{
    // Places in TracedSteps.
    private const int OfferStep = 0;
    private const int ParseStep = 1;
    private const int EnrichStep = 2;
    private const int AggregateStep = 3;
    private const int WriteStep = 4;

    private byte[][] _texts = [];
    private PipelineTotals _expectedTotals = null!;
    private PipelineOutput _expectedOutput = null!;
    private PipelineTotals _totals = null!;
    private PipelineOutput _output = null!;
    private LatencyRecorder _recorder = null!;
    private readonly Arrival _writes = new();
    private int _unwritten;

    public override WorkloadFacts Facts =>
        new(
            "pipeline",
            "Four-stage pipeline",
            "Items are parsed, enriched, aggregated and written by stages of their own with a bounded hand-off between them.",
            "One item: from being offered to the first stage, any wait for room included, until it is written.",
            "throughput"
        );

    protected override IReadOnlyList<string> TracedSteps =>
        ["offer", "parse", "enrich", "aggregate", "write"];

    /// <summary>An iteration is short: without several before it, one with cheap stages is not steady.</summary>
    public override int WarmUpIterations => 4;

    /// <summary>
    /// Items that four hand-offs and all workers hold together, for models that bound the items in flight as a whole.
    /// </summary>
    protected int Room =>
        (4 * Parameters.HandOffCapacity) + Parameters.ParseWorkers + Parameters.EnrichWorkers + 2;

    protected override IEnumerable<Configuration<PipelineParameters>> Configurations
    {
        get
        {
            yield return new(Presets.Smoke, new() { Items = 10_000 });
            yield return new(Presets.Quick | Presets.Standard | Presets.Full, new());

            var thorough = new PipelineParameters { Items = 100_000 };
            yield return new(Presets.Standard | Presets.Full, thorough);
            yield return new(Presets.Standard | Presets.Full, new() { HandOffCapacity = 1 });
            yield return new(Presets.Standard | Presets.Full, new() { HandOffCapacity = 1_024 });
            yield return new(Presets.Standard | Presets.Full, Costing(thorough, tenths: 1));

            // Six workers where one stage has nearly all of the work: put where it is not, and where it is.
            var uneven = new PipelineParameters
            {
                Items = 4_000,
                ParseRounds = 250,
                EnrichRounds = 16_000,
            };
            yield return new(
                Presets.Standard | Presets.Full,
                uneven with
                {
                    ParseWorkers = 5,
                    EnrichWorkers = 1,
                }
            );
            yield return new(
                Presets.Standard | Presets.Full,
                uneven with
                {
                    ParseWorkers = 1,
                    EnrichWorkers = 5,
                }
            );

            yield return new(Presets.Full, thorough with { HandOffCapacity = 1_024 });
            yield return new(Presets.Full, thorough with { ParseWorkers = 16, EnrichWorkers = 32 });
            yield return new(Presets.Full, Costing(new(), tenths: 100));
        }
    }

    /// <summary>Creates the lane's units, which wait for items; outside the measured window.</summary>
    protected virtual void Open() { }

    /// <summary>Puts all items through the lane's stages and returns when the last one is written.</summary>
    protected abstract void Flow();

    /// <summary>Ends the lane's units and waits for them; outside the measured window.</summary>
    protected virtual void Close() { }

    /// <summary>For <see cref="Flow"/>: waits until as many items are written as there are.</summary>
    protected void AwaitWritten() => _writes.Wait();

    /// <summary>The next item, offered from now on; the source takes them in order of number.</summary>
    protected RawItem Offer(int number)
    {
        var begun = Tracer.Begin();
        InFlight.Enter();
        var item = new RawItem(SystemClock.Timestamp, _texts[number]);
        Tracer.Starts(number, item.OfferedAt);
        Tracer.End(OfferStep, number, begun);
        return item;
    }

    /// <summary>The first stage: any number of units at once.</summary>
    protected ParsedItem Parse(RawItem item)
    {
        var begun = Tracer.Begin();
        var parsed = PipelineKernel.Parse(item, Parameters.ParseRounds);
        Tracer.End(ParseStep, parsed.Number, begun);
        return parsed;
    }

    /// <summary>The second stage: any number of units at once.</summary>
    protected EnrichedItem Enrich(ParsedItem item)
    {
        var begun = Tracer.Begin();
        var enriched = PipelineKernel.Enrich(item, Parameters.EnrichRounds);
        Tracer.End(EnrichStep, item.Number, begun);
        return enriched;
    }

    /// <summary>The third stage: one unit at a time.</summary>
    protected AggregatedItem Aggregate(EnrichedItem item)
    {
        var begun = Tracer.Begin();
        var aggregated = _totals.Aggregate(item, Parameters.AggregateRounds);
        Tracer.End(AggregateStep, item.Number, begun);
        return aggregated;
    }

    /// <summary>The last stage: one unit at a time.</summary>
    protected void Write(AggregatedItem item)
    {
        var begun = Tracer.Begin();
        _output.Write(item, Parameters.WriteRounds);
        var now = SystemClock.Timestamp;
        _recorder.Record(item.OfferedAt, now);
        InFlight.Leave();
        Tracer.End(WriteStep, item.Number, begun);
        Tracer.Ends(item.Number, now);
        if (--_unwritten == 0)
        {
            _writes.Report();
        }
    }

    protected override void Prepare()
    {
        _texts =
        [
            .. Enumerable
                .Range(0, Parameters.Items)
                .Select(number => PipelineKernel.Text(Seed, number, Parameters.Keys)),
        ];
        _expectedTotals = new(Parameters.Keys);
        _expectedOutput = new(Parameters.Items);
        foreach (var text in _texts)
        {
            var enriched = Enrich(Parse(new RawItem(0, text)));
            var aggregated = _expectedTotals.Aggregate(enriched, Parameters.AggregateRounds);
            _expectedOutput.Write(aggregated, Parameters.WriteRounds);
        }
    }

    protected override void PrepareIteration()
    {
        _totals = new(Parameters.Keys);
        _output = new(Parameters.Items);
        _recorder = Latencies.NewRecorder();
        _unwritten = Parameters.Items;
        _writes.Expect(1);
        Tracer.SampleFrom(Parameters.Items / 2);
        Open();
    }

    protected override void RunIteration() => Measure(Flow);

    protected override void FinishIteration()
    {
        Close();
        Count(
            new OperationCounts
            {
                Intended = Parameters.Items,
                Completed = _output.Times.Count(times => times > 0),
            }
        );
    }

    protected override void Check(Findings findings) =>
        Check(findings, _output.Times, _totals.Cents, _output.Checksum);

    /// <summary>The invariant, at rest.</summary>
    /// <param name="findings">Takes the violations.</param>
    /// <param name="times">How often each item was written.</param>
    /// <param name="cents">The totals by key.</param>
    /// <param name="checksum">Sum of what was written.</param>
    protected void Check(
        Findings findings,
        IReadOnlyList<int> times,
        IReadOnlyList<long> cents,
        ulong checksum
    )
    {
        ArgumentNullException.ThrowIfNull(findings);
        findings.ExpectEqual(0, times.Count(count => count == 0), "items lost");
        findings.ExpectEqual(0, times.Count(count => count > 1), "items written twice");
        findings.Expect(
            cents.SequenceEqual(_expectedTotals.Cents),
            "totals differ from the sequential oracle's"
        );
        findings.Expect(
            checksum == _expectedOutput.Checksum,
            "the checksum differs from the sequential oracle's"
        );
    }

    private static PipelineParameters Costing(PipelineParameters parameters, int tenths) =>
        parameters with
        {
            ParseRounds = parameters.ParseRounds * tenths / 10,
            EnrichRounds = parameters.EnrichRounds * tenths / 10,
            AggregateRounds = parameters.AggregateRounds * tenths / 10,
            WriteRounds = parameters.WriteRounds * tenths / 10,
        };
}
