namespace Bench.Measurement.Hosting;

/// <summary>What the models of a comparison have in common.</summary>
public enum Terms
{
    /// <summary>Everything but the model is held equal: concurrency limit, queue bound, backend.</summary>
    Equal,

    /// <summary>Each model is configured as the article tells.</summary>
    Told,
}
