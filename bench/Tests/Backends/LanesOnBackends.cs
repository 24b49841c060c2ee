using Bench.Measurement.Hosting;
using Bench.Results;
using Bench.Tests.Workloads;
using Xunit;

namespace Bench.Tests.Backends;

/// <summary>One lane's code on every backend: the blocking face in one model, the asynchronous one in three.</summary>
public abstract class LanesOnBackends
{
    private static readonly IReadOnlyList<Lane> s_lanes = Lanes.Of(
        new[] { "Threads", "Tasks", "Channels", "Actors" }.Select(System.Reflection.Assembly.Load)
    );

    // Little work and much patience: a machine that is busy with other things must not decide what is correct.
    private static readonly Dictionary<string, string> s_brief = new()
    {
        ["warmUpMilliseconds"] = "150",
        ["measuredMilliseconds"] = "150",
        ["deadlineMilliseconds"] = "9000",
        ["ratePerSecond"] = "40",
        ["users"] = "40",
        ["thinkMilliseconds"] = "100",
    };

    protected abstract string Backend { get; }

    [Theory]
    [InlineData("inventory", "threads")]
    [InlineData("inventory", "tasks")]
    [InlineData("inventory", "channels")]
    [InlineData("inventory", "actors")]
    [InlineData("payments", "threads")]
    [InlineData("payments", "actors")]
    [InlineData("sessions", "threads")]
    [InlineData("sessions", "tasks")]
    public async Task A_lane_is_correct_and_so_is_what_the_backend_holds(string workload, string model)
    {
        await PrepareAsync();
        var lane = s_lanes
            .First(lane =>
                lane.Workload.Id == workload && lane.Model.Id == model && lane.Variant == VariantName.Default
            )
            .On(Backend);
        var planned = lane.Cases(Presets.Smoke).First().Case;
        var brief = new ParameterSet(
            planned.Parameters.Select(item => new KeyValuePair<string, string>(
                item.Key,
                s_brief.GetValueOrDefault(item.Key, item.Value)
            ))
        );

        var sample = Trial.Run(lane.Create(planned with { Parameters = brief }, seed: 1)).ToSample(planned);

        Assert.DoesNotContain(
            sample.InvalidBecause,
            reason => reason.StartsWith("incorrect", StringComparison.Ordinal)
        );
        Assert.InRange(sample.Operations.Completed, 1, sample.Operations.Intended);
        Assert.True(sample.Operations.AddUp);
        Assert.Equal(0, sample.Units.AliveAtEnd);
    }

    /// <summary>Before a lane runs.</summary>
    protected virtual Task PrepareAsync() => Task.CompletedTask;
}
