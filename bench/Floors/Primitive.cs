using Bench.Measurement.Hosting;
using Bench.Results;

namespace Bench.Floors;

/// <summary>A model's bare primitive: a public micro-benchmark's method, repeated for a set time.</summary>
public abstract class Primitive : Workload<PrimitiveParameters>
{
    private long _operations;

    public override WorkloadFacts Facts =>
        new(
            "primitive",
            "Bare primitive",
            "The method of a public micro-benchmark, repeated for a set time.",
            "One use of the primitive.",
            "throughput"
        );

    public override int WarmUpIterations => 2;

    /// <summary>Nothing is timed one by one.</summary>
    public override bool ObeysLittlesLaw => false;

    protected override IEnumerable<Configuration<PrimitiveParameters>> Configurations =>
        [new(Presets.None, new())];

    /// <summary>The benchmark's method.</summary>
    /// <returns>Times that it used the primitive.</returns>
    protected abstract int Once();

    protected override void PrepareIteration() => _operations = 0;

    protected override void RunIteration() =>
        MeasureFor(Parameters.PlayMilliseconds, () => _operations += Once());

    protected override void FinishIteration() =>
        Count(new() { Intended = _operations, Completed = _operations });

    protected override void Check(Findings findings) => findings.Expect(_operations > 0, "nothing was done");
}
