using System.Text;
using Bench.Results;
using ScottPlot;

namespace Bench.Reporter.Charts;

/// <summary>
/// Colour and shape of a model, derived from its id alone: adding a model never changes another's.
/// </summary>
/// <param name="Colour">One of Okabe and Ito's colours that reads well on white, or grey.</param>
/// <param name="Filled">Marker of the model's default variant.</param>
/// <param name="Open">Marker of its other variants.</param>
internal sealed record ModelLook(Color Colour, MarkerShape Filled, MarkerShape Open)
{
    // Chosen so that threads, tasks, channels and actors fall on four colours and four shapes.
    private const uint Salt = 1213416;

    private static readonly Color[] OkabeIto =
    [
        Color.FromHex("#0072B2"),
        Color.FromHex("#D55E00"),
        Color.FromHex("#009E73"),
        Color.FromHex("#CC79A7"),
        Color.FromHex("#E69F00"),
        Color.FromHex("#56B4E9"),
        Color.FromHex("#000000"),
    ];

    // An eighth colour for one id in nine: so rare that no id from before it changed its colour.
    private const int OneInGrey = 9;
    private static readonly Color Grey = Color.FromHex("#7F7F7F");

    private static readonly (MarkerShape Filled, MarkerShape Open)[] Shapes =
    [
        (MarkerShape.FilledCircle, MarkerShape.OpenCircle),
        (MarkerShape.FilledSquare, MarkerShape.OpenSquare),
        (MarkerShape.FilledTriangleUp, MarkerShape.OpenTriangleUp),
        (MarkerShape.FilledDiamond, MarkerShape.OpenDiamond),
        (MarkerShape.FilledTriangleDown, MarkerShape.OpenTriangleDown),
    ];

    public static ModelLook Of(string model)
    {
        var hash = Hash(model);
        var (filled, open) = Shapes[hash / OkabeIto.Length % Shapes.Length];
        var isGrey = hash / OkabeIto.Length % OneInGrey == 0;
        return new(isGrey ? Grey : OkabeIto[hash % OkabeIto.Length], filled, open);
    }

    public MarkerShape Marker(string variant) => variant == VariantName.Default ? Filled : Open;

    // FNV-1a, finished as in MurmurHash3: stable over runs and machines, unlike string.GetHashCode.
    private static int Hash(string model)
    {
        var hash = 2166136261 ^ Salt;
        foreach (var b in Encoding.UTF8.GetBytes(model))
        {
            hash = unchecked((hash ^ b) * 16777619);
        }

        hash = unchecked((hash ^ (hash >> 16)) * 0x85EBCA6B);
        hash = unchecked((hash ^ (hash >> 13)) * 0xC2B2AE35);
        return (int)((hash ^ (hash >> 16)) & 0x7FFFFFFF);
    }
}
