using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bench.Cli.Gating;

/// <summary>What a build is made of; builds with equal keys are the same.</summary>
/// <param name="Commit">Full id of the commit.</param>
/// <param name="Packages">Packages in another version than the commit says.</param>
internal sealed record BuildKey(string Commit, IReadOnlyDictionary<string, string> Packages)
{
    private const int IdLength = 12;

    /// <summary>Name of its folder: the commit, and what else tells it from other builds.</summary>
    public string Folder => Packages.Count == 0 ? Commit : $"{Commit}+{Hash(Words)}";

    /// <summary>The commit's first digits, with the packages.</summary>
    public string Title => Packages.Count == 0 ? Short : $"{Short} with {Words}";

    /// <summary>The packages, such as <c>Akka 1.5.73</c>.</summary>
    public string Words =>
        string.Join(
            ", ",
            Packages
                .OrderBy(item => item.Key, StringComparer.Ordinal)
                .Select(item => string.Create(CultureInfo.InvariantCulture, $"{item.Key} {item.Value}"))
        );

    /// <summary>A short name for a text of any length.</summary>
    public static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..IdLength];

    private string Short => Commit[..Math.Min(IdLength, Commit.Length)];
}
