using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bench.Measurement.Hosting;
using Bench.Results;

namespace Bench.RuntimeLanes;

/// <summary>
/// Built programs, kept outside the checkout by what they were built from: the sources' names and text, the command, and the tool.
/// </summary>
/// <param name="root">Folder of the cache.</param>
public sealed class BuildCache(string root)
{
    private const int MostCharacters = 300;
    private const int HashLength = 24;

    // Shorter than the time that a case may take, so that its reason is told.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(50);

    /// <summary>The cache of this user: <c>$XDG_CACHE_HOME</c> or <c>~/.cache</c>.</summary>
    public static BuildCache OfUser()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var caches = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } told
            ? told
            : Path.Combine(home, ".cache");
        return new(Path.Combine(caches, "concurrency-bench", "reference"));
    }

    /// <summary>Folder of the program, built now unless it was before.</summary>
    /// <exception cref="LaneFailureException">It does not build.</exception>
    public string Get(Toolchain toolchain)
    {
        ArgumentNullException.ThrowIfNull(toolchain);
        var folder = Path.Combine(root, Key(toolchain));
        if (Directory.Exists(folder))
        {
            return folder;
        }

        try
        {
            Build(toolchain, folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new LaneFailureException(
                SampleStatus.Crashed,
                $"{toolchain.Name}: its program cannot be kept in {root}: {error.Message}; XDG_CACHE_HOME names another place"
            );
        }

        return folder;
    }

    // Another process may build the same: whoever is first leaves its folder, and nobody sees half a program.
    private static void Build(Toolchain toolchain, string folder)
    {
        var making = $"{folder}.{Guid.NewGuid():N}";
        Directory.CreateDirectory(making);
        try
        {
            Make(toolchain, making);
            Directory.Move(making, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            Directory.Delete(making, recursive: true);
        }
        catch (LaneFailureException)
        {
            Directory.Delete(making, recursive: true);
            throw;
        }
    }

    private static string Key(Toolchain toolchain)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (
            var word in toolchain.Recipe.Concat(
                toolchain.Tools.Select(tool => ToolText(toolchain.Find(tool) ?? tool))
            )
        )
        {
            hash.AppendData(Encoding.UTF8.GetBytes(word + '\n'));
        }

        foreach (var file in Directory.EnumerateFiles(toolchain.Sources).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file) + '\n'));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..HashLength];
    }

    private static string ToolText(string path)
    {
        var file = new FileInfo(path);
        var target = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
        return target.Exists
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{target.FullName} {target.Length} {target.LastWriteTimeUtc:O}"
            )
            : path;
    }

    private static void Make(Toolchain toolchain, string into)
    {
        var command = toolchain.Build(into);
        using var process = new Process { StartInfo = new(command[0], command.Skip(1)) };
        process.StartInfo.WorkingDirectory = toolchain.Sources;
        process.StartInfo.RedirectStandardError = true;
        process.StartInfo.RedirectStandardOutput = true;
        process.Start();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(s_patience))
        {
            process.Kill(entireProcessTree: true);
            throw new LaneFailureException(
                SampleStatus.Crashed,
                $"{toolchain.Name}: '{command[0]}' did not build {toolchain.Sources} within {s_patience.TotalSeconds:0} s"
            );
        }

        if (process.ExitCode != 0)
        {
            var text = (errors.GetAwaiter().GetResult() + output.GetAwaiter().GetResult()).Split('\n');
            var line = text.FirstOrDefault(line => line.Contains(':', StringComparison.Ordinal)) ?? text[0];
            throw new LaneFailureException(
                SampleStatus.Crashed,
                $"{toolchain.Name}: '{command[0]}' does not build {toolchain.Sources}: {Cut(line.Trim())}"
            );
        }
    }

    private static string Cut(string line) =>
        line.Length > MostCharacters ? line[..MostCharacters] + "…" : line;
}
