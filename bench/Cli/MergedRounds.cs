using Bench.Results;

namespace Bench.Cli;

/// <summary>The rounds of several shards as those of one run, which asks for what some shard planned and for no more.</summary>
internal static class MergedRounds
{
    /// <summary>Rounds that every shard planned from its beginning.</summary>
    public static int Common(IEnumerable<RunManifest> shards) => shards.Min(shard => shard.Rounds);

    /// <summary>The rounds after those, each with the cases that some shard planned in it.</summary>
    public static List<ExtraRound> Later(IReadOnlyList<RunManifest> shards)
    {
        var common = Common(shards);
        return
        [
            .. shards
                .SelectMany(Planned)
                .Where(extra => extra.Round > common)
                .GroupBy(extra => extra.Round)
                .OrderBy(round => round.Key)
                .Select(round => new ExtraRound(
                    round.Key,
                    string.Join("; ", round.Select(extra => extra.Because).Distinct()),
                    [.. round.SelectMany(extra => extra.Cases!).Distinct()]
                )),
        ];
    }

    /// <summary>The rule of the shards that go on until decided, with the looks of all, as any may have been the last; null without any.</summary>
    public static UntilDecided? Rule(IEnumerable<RunManifest> shards)
    {
        var rules = shards.Select(shard => shard.UntilDecided).OfType<UntilDecided>().ToList();
        return rules.Count == 0
            ? null
            : new(
                rules.Max(rule => rule.BudgetSeconds),
                [.. rules.SelectMany(rule => rule.Looks).Distinct().Order()]
            );
    }

    private static IEnumerable<ExtraRound> Planned(RunManifest shard)
    {
        List<string> all = [.. shard.Cases.Select(planned => planned.Key)];
        return Enumerable
            .Range(1, shard.Rounds)
            .Select(round => new ExtraRound(round, "some of the merged runs began with more rounds"))
            .Concat(shard.ExtraRounds)
            .Select(extra => extra with { Cases = extra.Cases ?? all });
    }
}
