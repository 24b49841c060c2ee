namespace Bench.Reporter.Home;

/// <summary>A run as the site's first page lists it.</summary>
/// <param name="Address">Of its folder on the site, ending in a slash.</param>
/// <param name="Run">Its id.</param>
public sealed record ServedRun(string Address, string Run)
{
    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; init; }
    public string Preset { get; init; } = "";

    /// <summary>Ids of its models, in words.</summary>
    public string Models { get; init; } = "";

    /// <summary>Workloads, cases and rounds, in words.</summary>
    public string Size { get; init; } = "";

    /// <summary>How many samples there are and how many of them are valid, in words.</summary>
    public string Validity { get; init; } = "";

    /// <summary>The machine in words.</summary>
    public string Machine { get; init; } = "";

    /// <summary>Commit of the suite; null when none is known.</summary>
    public string? Commit { get; init; }

    /// <summary>False when no report has been drawn yet.</summary>
    public bool HasReport { get; init; }

    /// <summary>True when its report judges claims.</summary>
    public bool HasClaims { get; init; }

    /// <summary>Why it cannot be read; empty when it can.</summary>
    public string Problem { get; init; } = "";

    /// <summary>Address of its judgement of claims.</summary>
    internal string ClaimsAddress => $"{Address}index.html#claims";
}
