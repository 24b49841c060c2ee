namespace Bench.Workloads;

/// <summary>A creature's colour.</summary>
public enum CreatureColour
{
    Red,
    Yellow,
    Blue,
}
