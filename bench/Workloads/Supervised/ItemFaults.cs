using Bench.Measurement;

namespace Bench.Workloads;

/// <summary>What goes wrong with one item, from the seed alone.</summary>
public sealed record ItemFaults
{
    private const int MostTransient = 2;

    private ItemFaults() { }

    /// <summary>The stage that it never passes; null when there is none.</summary>
    public int? PermanentAt { get; private init; }

    /// <summary>For each stage, how often it fails there before it passes.</summary>
    public required IReadOnlyList<int> Transient { get; init; }

    /// <summary>The faults of an item.</summary>
    public static ItemFaults Of(ulong seed, int number, SupervisedParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var random = SplitMix64.For(seed, number);
        var isPermanent = random.Next(1_000) < parameters.PermanentPerThousand;
        var stage = random.Next(parameters.Stages);
        var transient = new int[parameters.Stages];
        for (var at = 0; at < transient.Length; at++)
        {
            var times = 1 + random.Next(MostTransient);
            transient[at] = random.Next(1_000) < parameters.TransientPerThousand ? times : 0;
        }

        return new() { PermanentAt = isPermanent ? stage : null, Transient = transient };
    }
}
