namespace Bench.Results.History;

/// <summary>A run in a history.</summary>
public sealed record RecordedRun
{
    /// <summary>Its number in this history, and in no other.</summary>
    public required int Number { get; init; }

    /// <summary>Id of the run. Two machines that begin at the same second may give the same id: only with <see cref="StartedAt"/> is it one run.</summary>
    public required string Run { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public required string Preset { get; init; }

    /// <summary>Commit of the suite, as in the manifest; null when none is known.</summary>
    public string? Commit { get; init; }
    public required ulong Seed { get; init; }

    /// <summary>Number of the last round planned.</summary>
    public required int Rounds { get; init; }
    public required string Command { get; init; }

    /// <summary>Fingerprint of the machine.</summary>
    public required string Machine { get; init; }

    /// <summary>The machine in words.</summary>
    public required string MachineWords { get; init; }
    public required string Runtime { get; init; }

    /// <summary>Versions of the packages that change results, by name, as in the manifest.</summary>
    public IReadOnlyDictionary<string, string> Packages { get; init; } = new Dictionary<string, string>();

    /// <summary>Samples there are.</summary>
    public required int Samples { get; init; }

    /// <summary>Those of them that are valid.</summary>
    public required int Valid { get; init; }
}
