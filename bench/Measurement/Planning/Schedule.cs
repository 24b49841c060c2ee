using Bench.Results;

namespace Bench.Measurement.Planning;

/// <summary>All launches of a run, in order, and which of them are still to be done.</summary>
public static class Schedule
{
    /// <summary>The whole schedule: a pure function of the manifest.</summary>
    public static IEnumerable<Launch> Of(RunManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        for (var round = 1; round <= manifest.LastRound; round++)
        {
            var seed = SplitMix64.For(manifest.Seed, round).Next();
            var position = 0;
            foreach (var planned in Plan.Order(CasesOf(manifest, round), manifest.Seed, round))
            {
                yield return new Launch(planned, round, ++position, seed);
            }
        }
    }

    /// <summary>The launches that have no sample yet.</summary>
    public static IReadOnlyList<Launch> Left(RunManifest manifest, IEnumerable<Sample> samples)
    {
        var done = samples.Select(sample => (sample.Round, sample.Case, sample.Replica)).ToHashSet();
        return
        [
            .. Of(manifest)
                .Where(launch => !done.Contains((launch.Round, launch.Case.Case, launch.Case.Replica))),
        ];
    }

    private static IEnumerable<PlannedCase> CasesOf(RunManifest manifest, int round) =>
        manifest.ExtraRounds.Find(extra => extra.Round == round)?.Cases is { } keys
            ? manifest.Cases.Where(planned => keys.Contains(planned.Key))
            : manifest.Cases;
}
