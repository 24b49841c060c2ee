using Bench.Measurement.Hosting;
using Bench.Measurement.Planning;
using Bench.Measurement.Runs;
using Bench.Results;
using Bench.Tests.Misbehaving;
using Xunit;

namespace Bench.Tests.Measurement.Runs;

/// <summary>Real processes, one per manner of going wrong, in one run.</summary>
public sealed class RunSessionTests : IDisposable
{
    private readonly RunFolder _folder = new(Directory.CreateTempSubdirectory("bench-run-").FullName);

    public void Dispose() => Directory.Delete(_folder.Path, recursive: true);

    [Fact]
    public void Whatever_a_process_does_it_leaves_one_sample_that_says_so_and_the_run_goes_on()
    {
        var manifest = Manifests.Of(Plan(Enum.GetValues<Manner>()), rounds: 1);

        Session(manifest).Run([], TestContext.Current.CancellationToken);

        var samples = _folder.ReadSamples(manifest.Run, out _);
        Assert.Equal(manifest.Cases.Count, samples.Count);
        Assert.True(
            Of(samples, Manner.Well).Valid,
            string.Join("; ", Of(samples, Manner.Well).InvalidBecause)
        );
        Assert.Equal(3_000, Of(samples, Manner.Well).Operations.Completed);
        Expect(samples, Manner.Hang, SampleStatus.Hung, "no end after 2 s");
        Assert.Contains(
            Of(samples, Manner.Hang).InvalidBecause,
            reason =>
                reason == "1 × thread in Tests.Misbehaving.Behaviour.RunIteration, in Thread.Sleep"
                || reason.Contains("not to be had here", StringComparison.Ordinal)
        );
        Expect(samples, Manner.Throw, SampleStatus.Crashed, "this lane <b>breaks</b>");
        Expect(samples, Manner.ExitSilently, SampleStatus.Crashed, "exited without a sample");
        Expect(samples, Manner.RunOutOfMemory, SampleStatus.Crashed, "Out of memory");
        Expect(samples, Manner.Lose, SampleStatus.Incorrect, "one operation was lost");
        Assert.False(Directory.Exists(_folder.In(".work")));
    }

    [Fact]
    public void A_resumed_session_takes_only_what_is_missing_in_the_same_order()
    {
        var manifest = Manifests.Of(Plan(Manner.Well), rounds: 4);
        var schedule = Schedule.Of(manifest).ToList();
        using var interrupt = new CancellationTokenSource();
        var first = Session(manifest);
        first.SampleTaken += (_, taken) =>
        {
            if (taken.Done == 3)
            {
                interrupt.Cancel();
            }
        };

        Assert.ThrowsAny<OperationCanceledException>(() => first.Run([], interrupt.Token));
        var kept = _folder.ReadSamples(manifest.Run, out _);
        Session(manifest).Run(kept, TestContext.Current.CancellationToken);

        Assert.Equal(3, kept.Count);
        Assert.Equal(
            schedule.Select(launch => (launch.Round, launch.Position, launch.Case.Case)),
            _folder
                .ReadSamples(manifest.Run, out _)
                .Select(sample => (sample.Round, sample.Position, sample.Case))
        );
    }

    private static Sample Of(List<Sample> samples, Manner manner) =>
        samples.Single(sample => sample.Parameters["manner"] == Word(manner) && sample.Replica == 0);

    private static string Word(Manner manner) => manner.ToString().ToLowerInvariant();

    private static void Expect(List<Sample> samples, Manner manner, string status, string reason)
    {
        var sample = Of(samples, manner);
        Assert.Equal(status, sample.Status);
        Assert.False(sample.Valid);
        Assert.Contains(reason, string.Join("; ", sample.InvalidBecause), StringComparison.Ordinal);
    }

    private static Plan Plan(params Manner[] manners)
    {
        var all = Bench.Measurement.Planning.Plan.Of(Lanes.Of(typeof(Behaviour).Assembly), Presets.Smoke);
        var wanted = manners.Select(Word).ToHashSet();
        return all with
        {
            Cases = [.. all.Cases.Where(planned => wanted.Contains(planned.Parameters["manner"]!))],
        };
    }

    private RunSession Session(RunManifest manifest) =>
        new(
            _folder,
            manifest,
            Lanes.Of(typeof(Behaviour).Assembly),
            new ModelBuilds(
                new Dictionary<string, string> { ["misbehaving"] = typeof(Behaviour).Assembly.Location }
            )
        );
}
