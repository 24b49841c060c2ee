using ScottPlot;
using SkiaSharp;

namespace Bench.Reporter.Fonts;

/// <summary>The embedded font, so that a machine without fonts draws text all the same.</summary>
internal sealed class ChartFont : IFontResolver
{
    /// <summary>Name under which ScottPlot, the SVG files and the page ask for the font.</summary>
    public const string Name = "Inter";

    private static readonly Lazy<ChartFont> Instance = new(Install);
    private readonly SKTypeface _regular = Load("Inter-Regular.otf");
    private readonly SKTypeface _semiBold = Load("Inter-SemiBold.otf");

    private ChartFont() { }

    /// <summary>Makes ScottPlot know the font; may be called any number of times, from any thread.</summary>
    public static void Register() => _ = Instance.Value;

    /// <summary>Width in pixels of a line of text.</summary>
    public static float Measure(string text, float size, bool bold = false)
    {
        using var font = new SKFont(Instance.Value.Typeface(bold), size)
        {
            Subpixel = true,
            Hinting = SKFontHinting.None,
        };
        return font.MeasureText(text);
    }

    public SKTypeface? CreateTypeface(
        string fontName,
        FontWeight weight,
        FontSlant slant,
        FontSpacing spacing
    ) => CreateTypeface(fontName, weight >= FontWeight.SemiBold, slant != FontSlant.Upright);

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) =>
        fontName == Name ? Typeface(bold) : null;

    private SKTypeface Typeface(bool bold) => bold ? _semiBold : _regular;

    private static ChartFont Install()
    {
        var font = new ChartFont();
        ScottPlot.Fonts.FontResolvers.Insert(0, font);
        ScottPlot.Fonts.Default = Name;
        return font;
    }

    private static SKTypeface Load(string resource)
    {
        using var data = SKData.Create(Resource.Open(resource));
        return SKTypeface.FromData(data);
    }
}
