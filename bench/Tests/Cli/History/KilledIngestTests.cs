using System.Diagnostics;
using System.Text.Json;
using Bench.Results;
using Bench.Results.History;
using Bench.Tests.Results;
using Bench.Tests.Results.History;
using Xunit;

namespace Bench.Tests.Cli.History;

/// <summary>The program is really killed while it adds a run, and started again.</summary>
public sealed class KilledIngestTests : IDisposable
{
    private const int Rounds = 5_000;

    private readonly TemporaryFolder _folder = new();

    private string Target => _folder.In("history.db");

    private string Journal => $"{Target}-journal";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task After_kill_9_in_the_middle_nothing_is_half_there_and_adding_again_completes_it()
    {
        var before = new StoredRun { Run = "before" };
        before.AddTo(Open(Target));
        var large = Written(
            new StoredRun
            {
                Run = "large",
                Day = 1,
                Rounds = Rounds,
            }
        );

        foreach (var wait in new[] { 0, 100, 200 })
        {
            // Any write takes away what is left of the journal of the last one killed, even an empty one.
            before.AddTo(Open(Target));
            await KillMidwayAsync(TimeSpan.FromMilliseconds(wait), large);

            var store = Open(Target);
            Assert.Equal(["before"], store.Runs(RunFilter.All).Select(run => run.Run));
            Assert.All(store.Series(new()), series => Assert.Single(series.Points));
        }

        var again = await BenchProgram.RunAsync("history", "add", large, "--history", Target);

        Assert.Equal($"large: {Rounds * 2} samples added\n", again.StandardOutput);
        before.AddTo(Open(_folder.In("never-killed.db")));
        await BenchProgram.RunAsync("history", "add", large, "--history", _folder.In("never-killed.db"));
        Assert.Equal(Exported(_folder.In("never-killed.db")), Exported(Target));
    }

    /// <summary>SQLite has its journal from the first change of a transaction until the transaction ends.</summary>
    private async Task KillMidwayAsync(TimeSpan wait, string folder)
    {
        Assert.False(File.Exists(Journal));
        using var adding = Process.Start(
            new ProcessStartInfo("dotnet", [BenchProgram.Path, "history", "add", folder, "--history", Target])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        while (!File.Exists(Journal) && !adding.HasExited)
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        await Task.Delay(wait, TestContext.Current.CancellationToken);
        adding.Kill();
        await adding.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(File.Exists(Journal), "the run was added before the program could be killed");
    }

    private string Written(StoredRun run)
    {
        var folder = new RunFolder(_folder.In(run.Run));
        Directory.CreateDirectory(folder.Path);
        folder.WriteManifest(run.Manifest);
        // A sample log puts each line on disk by itself, which takes long for so many.
        File.WriteAllLines(
            folder.SamplesPath,
            run.Samples.Select(sample => JsonSerializer.Serialize(sample, ResultsJson.Default.Sample))
        );
        return folder.Path;
    }

    private static byte[] Exported(string target)
    {
        HistoryFile.Export(Open(target), $"{target}.export");
        return File.ReadAllBytes($"{target}.export");
    }

    private static IHistoryStore Open(string target) => Histories.Open(target, create: true, _ => { });
}
