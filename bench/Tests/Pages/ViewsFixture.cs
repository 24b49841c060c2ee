using Bench.Reporter;
using Bench.Tests.Analysis.Claims;
using Bench.Tests.Reporter;
using Bench.Tests.Reporter.Beside;

namespace Bench.Tests.Pages;

/// <summary>A report with claims, beside an earlier run, and one of capacities; hostile names in both.</summary>
public sealed class ViewsFixture : IDisposable
{
    private const string Claim = """
        {
          "id": "quicker", "system": "a shop", "statement": "Channels & <co> are quicker.", "source": "told", "note": "Little | much.",
          "parts": [
            {
              "title": "p95 at 5,000 users", "relation": "ratio", "metric": "p95", "atMost": 0.3,
              "workload": "inventory", "parameters": { "users": 5000 },
              "told": { "contender": { "model": "channels" }, "baseline": { "model": "threads" } },
              "equal": { "contender": { "model": "channels" }, "baseline": { "model": "threads" } }
            }
          ]
        }
        """;

    private readonly DirectoryInfo _run = Directory.CreateTempSubdirectory("views");
    private readonly DirectoryInfo _capacity = Directory.CreateTempSubdirectory("views");

    public ViewsFixture()
    {
        var manifest = SyntheticRun.Manifest(
            models: ["threads", "tasks", "channels", SyntheticRun.Hostile],
            workloads: ["inventory", "pipeline"]
        );
        var equal = ClaimText.Read(
            Claim
                .Replace("\"quicker\"", "\"holding\"", StringComparison.Ordinal)
                .Replace("0.3,", "0.99,", StringComparison.Ordinal)
        );
        Run = ReportWriter
            .Write(
                manifest,
                SyntheticRun.Samples(manifest),
                SyntheticRun.Sources(manifest),
                new(_run.FullName),
                [ClaimText.Read(Claim), equal],
                earlier: EarlierRuns.Of(manifest, "The runs are of different machines (here and there).")
            )
            .IndexPath;
        var (capacity, samples) = SyntheticCapacity.Run();
        Capacity = ReportWriter.Write(capacity, samples, [], new(_capacity.FullName)).IndexPath;
    }

    /// <summary>The page of a run with claims, beside an earlier one.</summary>
    public string Run { get; }

    /// <summary>The page of a capacity run.</summary>
    public string Capacity { get; }

    public void Dispose()
    {
        _run.Delete(recursive: true);
        _capacity.Delete(recursive: true);
    }
}
