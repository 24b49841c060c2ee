namespace Bench.Tests.Analysis.Simulation;

/// <summary>Makes up the log ratios of a comparison's rounds.</summary>
/// <param name="random">The source of chance.</param>
/// <param name="count">Rounds wanted.</param>
internal delegate double[] Rounds(Random random, int count);
