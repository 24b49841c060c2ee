using Bench.Results;

namespace Bench.Analysis.Claims;

/// <summary>The claims of a folder, one a file.</summary>
public static class ClaimFiles
{
    /// <summary>All claims, ordered by id.</summary>
    /// <param name="folder">The folder; each <c>*.json</c> in it is a claim.</param>
    /// <param name="shown">The folder as errors show it.</param>
    /// <exception cref="ResultsException">A file is wrong: the message names it and the line.</exception>
    public static IReadOnlyList<Claim> Read(string folder, string shown)
    {
        if (!Directory.Exists(folder))
        {
            throw new ResultsException($"{shown}: there is no such folder; give one with claim files");
        }

        string[] paths = [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)];
        var claims = Array.ConvertAll(
            paths,
            path => ClaimFile.Read(File.ReadAllBytes(path), $"{shown}/{Path.GetFileName(path)}")
        );
        foreach (var (index, claim) in claims.Index())
        {
            if (claims.Take(index).FirstOrDefault(other => other.Id == claim.Id) is { } other)
            {
                throw ClaimError.At(claim.File, 1, $"the id '{claim.Id}' is also that of {other.File}");
            }
        }

        return Array.Find(claims, claim => $"{claim.Id}.json" != Path.GetFileName(claim.File)) is { } misnamed
                ? throw ClaimError.At(
                    misnamed.File,
                    1,
                    $"the id is '{misnamed.Id}': name the file {misnamed.Id}.json"
                )
            : claims.Length == 0 ? throw new ResultsException($"{shown}: there is no claim file (*.json)")
            : claims;
    }
}
