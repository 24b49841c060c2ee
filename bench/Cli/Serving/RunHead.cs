namespace Bench.Cli.Serving;

/// <summary>The few fields of a manifest that a list of runs shows: the rest of it is skipped unread.</summary>
internal sealed record RunHead
{
    public string Run { get; init; } = "";
    public DateTimeOffset StartedAt { get; init; }
    public string Preset { get; init; } = "";
    public int Rounds { get; init; }
    public string? Commit { get; init; }
    public HeadMachine Machine { get; init; } = new();
    public IReadOnlyList<HeadItem> Workloads { get; init; } = [];
    public IReadOnlyList<HeadItem> Models { get; init; } = [];
    public IReadOnlyList<HeadItem> Cases { get; init; } = [];

    /// <summary>A part of a manifest of which only the number matters.</summary>
    internal sealed record HeadItem;

    /// <summary>The machine.</summary>
    internal sealed record HeadMachine
    {
        public string Processor { get; init; } = "";
        public int LogicalProcessors { get; init; }
        public string Runtime { get; init; } = "";
    }
}
