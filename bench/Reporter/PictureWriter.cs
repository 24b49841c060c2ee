using System.Collections.Concurrent;
using System.Text;
using Bench.Reporter.Charts;
using Bench.Results;

namespace Bench.Reporter;

/// <summary>Draws pictures into files on all processors: each is written as soon as it is drawn, and no longer held.</summary>
internal static class PictureWriter
{
    /// <summary>
    /// Writes each picture as SVG and PNG, whole or not at all; pictures of an earlier drawing that are not among these are removed.
    /// </summary>
    public static void Write(RunFolder folder, IEnumerable<Picture> pictures)
    {
        Directory.CreateDirectory(folder.ChartsPath);
        var written = new ConcurrentBag<string>();
        // One at a time to whoever is free: pictures differ much in what they take.
        Parallel.ForEach(
            Partitioner.Create(pictures, EnumerablePartitionerOptions.NoBuffering),
            picture =>
            {
                var file = PictureFile.Of(picture);
                Keep("svg", Encoding.UTF8.GetBytes(file.Svg));
                Keep("png", file.Png);

                void Keep(string extension, byte[] content)
                {
                    var path = Path.Combine(folder.ChartsPath, $"{picture.Name}.{extension}");
                    AtomicFile.Write(path, content, durable: false);
                    written.Add(path);
                }
            }
        );
        var kept = written.ToHashSet();
        foreach (
            var stale in Directory
                .EnumerateFiles(folder.ChartsPath)
                .Where(path => Path.GetExtension(path) is ".svg" or ".png" && !kept.Contains(path))
        )
        {
            File.Delete(stale);
        }
    }
}
