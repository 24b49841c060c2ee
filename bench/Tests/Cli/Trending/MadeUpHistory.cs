using System.Globalization;

namespace Bench.Tests.Cli.Trending;

/// <summary>A history of nightly runs whose truth is known: threads stay as fast as they are, and tasks change at some run.</summary>
internal sealed record MadeUpHistory
{
    public int Runs { get; init; } = 16;

    /// <summary>The first run of the other speed.</summary>
    public int ChangesAt { get; init; } = 11;

    /// <summary>How many times as fast tasks are from then on.</summary>
    public double Tasks { get; init; } = 1;

    /// <summary>Machine of a run.</summary>
    public Func<int, string> Machine { get; init; } = _ => "here";

    /// <returns>Path of the SQLite file.</returns>
    public async Task<string> WriteTo(string path)
    {
        var history = Path.Combine(path, "history.db");
        var folders = Enumerable
            .Range(0, Runs)
            .Select(index => Run(index).WriteTo(Path.Combine(path, $"{index}")));
        var added = await BenchProgram.RunAsync(["history", "add", .. folders, "--history", history]);
        return added.ExitCode == 0 ? history : throw new InvalidOperationException(added.StandardError);
    }

    private MadeUpRun Run(int index)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"run{index:00}");
        var noise = 1 + (0.004 * ((index * 7 % 5) - 2));
        return new()
        {
            Rounds = 2,
            Tasks = index < ChangesAt ? 1 : Tasks,
            Machine = Machine(index),
            Commit = $"{index:x2}{new string('a', 38)}",
            Replan = manifest =>
                manifest with
                {
                    Run = id,
                    Packages = new() { ["Akka"] = index < ChangesAt ? "1.5.73" : "1.5.74" },
                    StartedAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(index),
                },
            Change = sample =>
                sample with
                {
                    Run = id,
                    ThroughputPerSecond = sample.ThroughputPerSecond * noise,
                },
        };
    }
}
