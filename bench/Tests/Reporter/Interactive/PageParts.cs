using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bench.Reporter.Interactive;

namespace Bench.Tests.Reporter.Interactive;

/// <summary>The parts of a page that a browser would run or unpack.</summary>
internal sealed partial class PageParts(string page)
{
    public ExplorerData Data =>
        JsonSerializer.Deserialize(Unpacked("explorer-data"), ExplorerJson.Default.ExplorerData)!;

    /// <summary>The texts that the page runs: its own script, and the library that the script unpacks.</summary>
    public IReadOnlyList<string> Scripts =>
        [
            .. Elements().Where(element => element.Attributes.Length == 0).Select(element => element.Text),
            Unpacked("explorer-library"),
        ];

    /// <summary>The sources that the security policy allows scripts from.</summary>
    public IReadOnlyList<string> Allowed => Policy().Match(page).Groups[1].Value.Split(' ');

    /// <summary>The page without its script elements.</summary>
    public string WithoutScripts => Script().Replace(page, "");

    public static string SourceOf(string script) =>
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'";

    private string Unpacked(string id)
    {
        var packed = Elements()
            .Single(element => element.Attributes == $" type=\"application/gzip\" id=\"{id}\"")
            .Text;
        using var gzip = new GZipStream(
            new MemoryStream(Convert.FromBase64String(packed)),
            CompressionMode.Decompress
        );
        using var reader = new StreamReader(gzip);
        return reader.ReadToEnd();
    }

    private IEnumerable<(string Attributes, string Text)> Elements() =>
        Script().Matches(page).Select(match => (match.Groups[1].Value, match.Groups[2].Value));

    [GeneratedRegex("<script([^>]*)>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("Content-Security-Policy\" content=\"[^\"]*script-src ([^;]*);")]
    private static partial Regex Policy();
}
