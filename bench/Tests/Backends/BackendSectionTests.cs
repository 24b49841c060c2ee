using Bench.Analysis;
using Bench.Analysis.Backends;
using Bench.Reporter;
using Bench.Results;
using Bench.Tests.Reporter;
using Bench.Tests.Results;
using Xunit;

namespace Bench.Tests.Backends;

/// <summary>The simulated backend beside a real one, in analysis, page and Markdown.</summary>
public sealed class BackendSectionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("threads", "tasks", OrderChange.Turns)]
    [InlineData("threads", "actors", OrderChange.Opens)]
    [InlineData("tasks", "channels", OrderChange.Stays)]
    [InlineData("tasks", "actors", OrderChange.Turns)]
    [InlineData("channels", "actors", OrderChange.NotShown)]
    public void What_becomes_of_an_order_is_told(string first, string second, OrderChange expected)
    {
        var (manifest, samples) = OnBoth();

        var order = BackendComparison
            .Of(RunAnalysis.Of(manifest, samples))
            .Single()
            .Orders.Single(order => (order.Real.Baseline, order.Real.Contender) == (first, second));

        Assert.Equal(expected, order.Change);
    }

    [Fact]
    public void Page_and_markdown_have_figures_orders_and_what_changed()
    {
        var (manifest, samples) = OnBoth();
        var result = ReportWriter.Write(manifest, samples, [], new(_folder.Path));

        var page = File.ReadAllText(result.IndexPath);
        var markdown = File.ReadAllText(_folder.In("report.md"));
        foreach (var text in new[] { page, markdown })
        {
            Assert.Contains("Simulated beside real backends", text, StringComparison.Ordinal);
            Assert.Contains(
                "tasks against threads in inventory: turns round on ",
                text,
                StringComparison.Ordinal
            );
            Assert.Contains("no order shown", text, StringComparison.Ordinal);
        }

        Assert.Contains("<li><a href=\"#backends\">", page, StringComparison.Ordinal);
        Assert.Contains("on sq&lt;lite.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_real_backend_there_is_no_such_section()
    {
        var manifest = SyntheticRun.Manifest(workloads: ["inventory"]);

        Assert.Empty(BackendComparison.Of(RunAnalysis.Of(manifest, SyntheticRun.Samples(manifest))));
    }

    // Milliseconds of p95 by model: simulated, then real. A model that varies by half has no order shown.
    private static (RunManifest, List<Sample>) OnBoth()
    {
        var synthetic = SyntheticRun.Manifest(workloads: ["payments"], rounds: 8);
        var simulated = synthetic.Cases.ConvertAll(planned =>
            planned with
            {
                Workload = "inventory",
                Case = planned.Case.Replace("payments", "inventory", StringComparison.Ordinal),
            }
        );
        var real = simulated.ConvertAll(planned =>
            planned with
            {
                Case = $"{planned.Case},backend",
                Parameters = new(planned.Parameters.Append(new(BackendName.Parameter, "sq<lite"))),
            }
        );
        var manifest = SyntheticRun.Manifest(workloads: ["inventory"], rounds: 8) with
        {
            Cases = [.. simulated, .. real],
        };
        return (
            manifest,
            [
                .. SyntheticRun
                    .Samples(manifest)
                    .Select(sample =>
                        sample with
                        {
                            LatencyNanoseconds = sample.LatencyNanoseconds with { P95 = P95(sample) },
                        }
                    ),
            ]
        );
    }

    private static double P95(Sample sample)
    {
        var isReal = sample.Parameters[BackendName.Parameter] is not null;
        var centre = (sample.Model, isReal) switch
        {
            ("threads", false) => 10e6,
            ("threads", true) => 10e6,
            ("tasks", false) => 20e6,
            ("tasks", true) => 5e6,
            ("channels", _) => isReal ? 15e6 : 60e6,
            (_, false) => 10e6,
            _ => 15e6,
        };
        var spread = sample.Model == "channels" && isReal ? 0.5 : 0.001;
        return centre * (1 + (spread * ((sample.Round * 5 % 8) - 3.5) / 3.5));
    }
}
