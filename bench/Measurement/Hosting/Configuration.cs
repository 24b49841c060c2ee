namespace Bench.Measurement.Hosting;

/// <summary>One set of parameters that a workload is measured with.</summary>
public sealed record Configuration<TParameters>(
    Presets Presets,
    TParameters Parameters,
    Terms Terms = Terms.Equal
);
