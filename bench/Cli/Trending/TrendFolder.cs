using System.Text.Json;
using Bench.Analysis.Trends;
using Bench.Cli.Json;
using Bench.Reporter.Trends;
using Bench.Results;

namespace Bench.Cli.Trending;

/// <summary>The folder that <c>trend --out</c> writes: again and again, for a nightly job.</summary>
internal static class TrendFolder
{
    /// <returns>Path of the page.</returns>
    /// <exception cref="UserException">It is a run's folder, or a file.</exception>
    public static string Write(string path, IReadOnlyList<TrendReview> reviews, string command)
    {
        var folder = new RunFolder(path);
        if (File.Exists(folder.Path) || File.Exists(folder.In("manifest.json")))
        {
            throw new UserException($"--out {path}: that is a run or a file; give another folder");
        }

        Directory.CreateDirectory(folder.Path);
        AtomicFile.Write(
            folder.In("trend.json"),
            JsonSerializer.SerializeToUtf8Bytes(TrendList.Of(reviews), CliJson.Default.TrendList),
            durable: false
        );
        return TrendWriter.Write(reviews, command, folder);
    }
}
