namespace Bench.Workloads;

/// <summary>A creature comes to the mall.</summary>
/// <param name="Creature">Who comes.</param>
/// <param name="Number">Meetings that it has had, over all games.</param>
/// <param name="Colour">Its colour.</param>
public readonly record struct MallVisit(int Creature, long Number, CreatureColour Colour);
