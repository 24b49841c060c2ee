using Bench.Measurement.Hosting;
using Bench.Measurement.Planning;

namespace Bench.Cli.Measuring;

/// <summary>The part of a preset that <c>run</c> was asked for.</summary>
internal static class AskedPlan
{
    /// <param name="lanes">The lanes.</param>
    /// <param name="preset">The preset.</param>
    /// <param name="traced">Every case that can be traced also with tracing on.</param>
    /// <param name="patterns">Patterns over case ids; none for all.</param>
    /// <param name="shard">Which part of how many; null for all of it.</param>
    /// <param name="seed">The seed, without which shards would ask different things.</param>
    /// <exception cref="UserException">A pattern matches nothing, or the shard is none.</exception>
    public static Plan Of(
        IReadOnlyList<Lane> lanes,
        Presets preset,
        bool traced,
        IReadOnlyList<string> patterns,
        string? shard,
        ulong? seed
    )
    {
        var asked = new CasePatterns(patterns);
        var plan = Plan.Of(lanes, preset, traced, asked);
        List<string> ids =
        [
            .. plan.Cases.Select(planned => planned.Case),
            .. plan.Unreachable.Select(item => item.Case),
        ];
        return asked.Unused(ids) is { } unused
                ? throw new UserException(
                    $"--cases '{unused}': no case of preset {PresetName.Of(preset)[0]} matches; see ./run.sh list"
                )
            : shard is null ? plan
            : Part(plan, shard, seed);
    }

    /// <summary>The options that ask for it, each with a space before it.</summary>
    public static string Options(IReadOnlyList<string> patterns, string? shard) =>
        (
            patterns.Count == 0
                ? ""
                : $" --cases {string.Join(' ', patterns.Select(pattern => $"'{pattern}'"))}"
        ) + (shard is null ? "" : $" --shard {shard}");

    private static Plan Part(Plan plan, string text, ulong? seed)
    {
        var shard =
            Shard.Parse(text)
            ?? throw new UserException(
                $"--shard '{text}': give part i of n as i/n with 1 <= i <= n, for example 2/5"
            );
        if (seed is null)
        {
            throw new UserException(
                "--shard: give the same --seed to every shard, so that they ask the same of every model"
            );
        }

        var part = plan.Part(shard);
        return part.Cases.Count > 0 || plan.Cases.Count == 0
            ? part
            : throw new UserException(
                $"--shard {shard}: what is compared stays together, and there are fewer such groups than parts; give fewer parts"
            );
    }
}
