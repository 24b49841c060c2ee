namespace Bench.Cli.Measuring;

/// <summary>How a stretch of measuring ended.</summary>
internal enum RunEnd
{
    /// <summary>Everything planned is there.</summary>
    Done,

    /// <summary>The user stopped it.</summary>
    Interrupted,

    /// <summary>Something could not be read or written.</summary>
    Failed,
}
