using Bench.Reporter.Charts;
using ScottPlot;

namespace Bench.Reporter.Interactive;

/// <summary>A model and its look, that of the pictures.</summary>
/// <param name="Id">Id of the model.</param>
/// <param name="Colour">As <c>#RRGGBB</c>.</param>
/// <param name="Shape">Marker of the default variant, by Plotly's name; with <c>-open</c> that of the others.</param>
internal sealed record ExplorerModel(string Id, string Colour, string Shape)
{
    public static ExplorerModel Of(string model)
    {
        var look = ModelLook.Of(model);
        return new(model, look.Colour.ToHex(), ShapeOf(look.Filled));
    }

    private static string ShapeOf(MarkerShape marker) =>
        marker switch
        {
            MarkerShape.FilledCircle => "circle",
            MarkerShape.FilledSquare => "square",
            MarkerShape.FilledTriangleUp => "triangle-up",
            MarkerShape.FilledTriangleDown => "triangle-down",
            MarkerShape.FilledDiamond => "diamond",
            _ => throw new ArgumentOutOfRangeException(
                nameof(marker),
                marker,
                "a shape without a name in Plotly"
            ),
        };
}
