using System.Security.Cryptography;
using System.Text;

namespace Bench.Reporter.Interactive;

/// <summary>A script of the page, with what the page's security policy knows it by.</summary>
/// <param name="Text">The script, lines ended by a line feed: what a browser hashes.</param>
internal sealed record PageScript(string Text)
{
    // In the order in which they need each other.
    private static readonly string[] OwnFiles =
    [
        "page",
        "unpack",
        "words",
        "stage",
        "axes",
        "chart",
        "choice",
        "values",
        "tail",
        "growth",
        "time",
        "controls",
        "sides",
        "explorer",
        "capacity",
        "beside",
        "claims",
        "start",
    ];

    private static readonly Lazy<PageScript> LazyOwn = new(() => new(Joined()));
    private static readonly Lazy<PageScript> LazyLibrary = new(() => new(Resource.Text("plotly.js")));
    private static readonly Lazy<string> LazyPackedLibrary = new(() => LazyLibrary.Value.Pack());

    /// <summary>The report's own script.</summary>
    public static PageScript Own => LazyOwn.Value;

    /// <summary>The chart library, as its package has it.</summary>
    public static PageScript Library => LazyLibrary.Value;

    /// <summary><see cref="Library"/>, packed.</summary>
    public static string PackedLibrary => LazyPackedLibrary.Value;

    /// <summary>The script, lines ended by a line feed: what a browser hashes.</summary>
    public string Text { get; } = Text.ReplaceLineEndings("\n");

    /// <summary>A source expression of a Content-Security-Policy that allows this script and no other.</summary>
    public string Source =>
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}'";

    // Names of one file are known to the others and not to the page.
    private static string Joined() =>
        "'use strict';\n(() => {\n"
        + string.Join('\n', OwnFiles.Select(name => Resource.Text($"{name}.js")))
        + "})();\n";

    private string Pack() => Packed.Of(Encoding.UTF8.GetBytes(Text));
}
