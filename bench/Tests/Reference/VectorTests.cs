using System.Reflection;
using System.Text.Json.Nodes;
using Bench.Measurement;
using Bench.Results;
using Bench.RuntimeLanes;
using Bench.Tests.Conformance;
using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Reference;

/// <summary>Every runtime draws the same numbers, requests and items as this side, and counts in the same buckets.</summary>
public sealed class VectorTests
{
    private const ulong Seed = 0xFEDC_BA98_7654_3210;
    private const int Numbers = 16;

    private static readonly long[] s_values =
    [
        .. Enumerable
            .Range(0, 42)
            .SelectMany(bits => new[] { (1L << bits) - 1, 1L << bits, (1L << bits) + 1, (3L << bits) / 2 })
            .Where(value => value is > 0 and <= HistogramLayout.Highest)
            .Distinct(),
        999_999_999,
        HistogramLayout.Highest,
    ];

    public static TheoryData<string> Runtimes =>
        [
            .. EveryLane
                .All.Where(lane => lane.Type.Assembly.GetCustomAttribute<ToolchainAttribute>() is not null)
                .Select(lane => lane.Type.Assembly.GetName().Name!)
                .Distinct(),
        ];

    [Theory]
    [MemberData(nameof(Runtimes))]
    public void A_runtime_passes_the_vectors(string model)
    {
        var type = EveryLane.All.First(lane => lane.Type.Assembly.GetName().Name == model).Type;
        var toolchain = Toolchain.Of(type);
        Assert.SkipWhen(toolchain.Missing is not null, toolchain.Missing ?? "");
        var built = BuildCache.OfUser().Get(toolchain);
        using var process = RuntimeProcess.Start(model, toolchain.Start(built), TimeSpan.FromSeconds(60));
        process.Ask(
            new()
            {
                ["type"] = "prepare",
                ["workload"] = "vectors",
                ["seed"] = $"{Seed}",
                ["values"] = string.Join(' ', s_values),
            },
            "ready"
        );

        var answer = process.Ask(new JsonObject { ["type"] = "iterate", ["measured"] = true }, "iterated");

        Assert.Equal(
            s_values.Select(value => (long)HistogramLayout.IndexOf(value)),
            answer.Numbers("buckets")
        );
        Assert.Equal(s_values.Select(HistogramLayout.LowestOf), answer.Numbers("lowest"));
        var drawn = Enumerable.Range(0, Numbers).Select(Draw).ToList();
        Assert.Equal(string.Join(' ', drawn.Select(draw => draw.Random)), answer.Text("randoms"));
        Assert.Equal(drawn.Select(draw => draw.Below), answer.Numbers("below"));
        Assert.Equal(drawn.Select(draw => draw.Thinking), answer.Numbers("thinking"));
        Assert.Equal(
            string.Join(
                ' ',
                Enumerable
                    .Range(0, Numbers)
                    .Select(number =>
                        System.Text.Encoding.UTF8.GetString(PipelineKernel.Text(Seed, number, 100))
                    )
            ),
            answer.Text("texts")
        );
        Assert.Equal(Enumerable.Range(0, Numbers).SelectMany(Request), answer.Numbers("requests"));
    }

    private static (ulong Random, long Below, long Thinking) Draw(int number)
    {
        var random = SplitMix64.For(Seed, number);
        return (random.Next(), random.Next(1_000), (long)random.NextExponential(1e9));
    }

    // As Inventory.Request draws it.
    private static long[] Request(int number)
    {
        var random = SplitMix64.For(Seed, number);
        return [random.Next(1_000), random.Next(100) < 20 ? 1 : 0, 1 + random.Next(3)];
    }
}
