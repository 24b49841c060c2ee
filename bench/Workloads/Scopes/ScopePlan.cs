using Bench.Measurement;

namespace Bench.Workloads;

/// <summary>What one request asks for and what goes wrong with it, from the seed alone.</summary>
public sealed record ScopePlan
{
    private ScopePlan() { }

    /// <summary>Its children.</summary>
    public required IReadOnlyList<ChildPlan> Children { get; init; }

    /// <summary>How long its caller waits before giving up; null when the caller waits to the end.</summary>
    public TimeSpan? CancelAfter { get; init; }

    /// <summary>True when one of its children fails.</summary>
    public bool IsFaulty => Children.Any(child => child.FailsAt is not null);

    /// <summary>Sum of the children's results: the oracle.</summary>
    public long Total => Children.Sum(child => child.Result);

    /// <summary>The plan of a request.</summary>
    public static ScopePlan Of(ulong seed, int number, ScopesParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var random = SplitMix64.For(seed, number);
        var fate = random.Next(100);
        var isFaulty = fate < parameters.FaultyPercent;
        var isCancelled = !isFaulty && fate < parameters.FaultyPercent + parameters.CancelledPercent;
        var failing = isFaulty ? random.Next(parameters.Children) : -1;
        var children = new ChildPlan[parameters.Children];
        for (var child = 0; child < children.Length; child++)
        {
            children[child] = new(
                parameters.StepsPerChild,
                TimeSpan.FromMilliseconds(parameters.StepMilliseconds * (0.5 + random.NextDouble())),
                child == failing ? random.Next(parameters.StepsPerChild) : null,
                random.Next(1_000_000)
            );
        }

        // No child can be done in half of the mean time.
        var soonest = parameters.StepsPerChild * parameters.StepMilliseconds / 2.0;
        return new()
        {
            Children = children,
            CancelAfter = isCancelled
                ? TimeSpan.FromMilliseconds(soonest * (0.2 + (0.6 * random.NextDouble())))
                : null,
        };
    }
}
