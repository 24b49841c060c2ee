namespace Bench.Workloads;

/// <summary>What units send each other.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="From">Who sends it; of no meaning for <see cref="BigKind.Begin"/>.</param>
/// <param name="To">Who is to have it.</param>
/// <param name="Number">Place of the ping among those of its sender in the game, from 0; a pong has its ping's.</param>
public readonly record struct BigMessage(BigKind Kind, int From, int To, int Number);
