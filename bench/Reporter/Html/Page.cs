using System.Text.Json;
using Bench.Reporter.Interactive;

namespace Bench.Reporter.Html;

/// <summary>What <c>index.html</c> needs: the report, and within the page style sheet, font, script, chart library and data.</summary>
/// <param name="Report">What its template prints.</param>
/// <param name="Style">Content of the style sheet.</param>
/// <param name="RegularFont">The font, base64.</param>
/// <param name="BoldFont">The font's semi-bold, base64.</param>
/// <param name="Explorer">Script, library and data of the interactive part; none when there is nothing to explore.</param>
internal sealed record Page(
    object Report,
    string Style,
    string RegularFont,
    string BoldFont,
    IReadOnlyList<Explorer> Explorer
)
{
    private static readonly Lazy<(string Style, string Regular, string Bold)> Assets = new(() =>
        (
            Resource.Text("report.css"),
            Resource.Base64("Inter-Regular.otf"),
            Resource.Base64("Inter-SemiBold.otf")
        )
    );

    /// <summary>Scripts that the page may run: its own and no other.</summary>
    public string Scripts =>
        Explorer.Count == 0 ? "'none'" : $"{PageScript.Own.Source} {PageScript.Library.Source}";

    public static Page Of(object report, ExplorerData? data = null) =>
        new(
            report,
            Assets.Value.Style,
            Assets.Value.Regular,
            Assets.Value.Bold,
            data is null
                ? []
                :
                [
                    new(
                        PageScript.Own.Text,
                        PageScript.PackedLibrary,
                        Packed.Of(
                            JsonSerializer.SerializeToUtf8Bytes(data, ExplorerJson.Default.ExplorerData)
                        ),
                        data.Workloads.Count > 0
                    ),
                ]
        );
}
