using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Bench.Reporter.Fonts;

namespace Bench.Reporter.Charts;

/// <summary>
/// Makes Skia's SVG fit to stand alone and to be put into a page: text flows from one position over a stated length
/// instead of glyph by glyph (so any fallback font fills the same space and text can be selected), ids are unique to
/// the picture, and the picture has a title and a description.
/// </summary>
internal static partial class SvgText
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static string Tidy(string xml, Picture picture)
    {
        var root = XDocument.Parse(xml).Root!;
        root.SetAttributeValue("viewBox", $"0 0 {picture.Width} {picture.Height}");
        root.SetAttributeValue("role", "img");
        root.SetAttributeValue("aria-labelledby", $"{picture.Name}-title {picture.Name}-description");
        foreach (var element in root.Descendants().ToList())
        {
            switch (element.Name.LocalName)
            {
                case "text":
                    Flow(element);
                    break;
                case "image":
                    element.SetAttributeValue("style", "image-rendering:pixelated");
                    break;
            }

            Rename(element, picture.Name);
        }

        root.AddFirst(
            Described("title", picture.Name, picture.Title),
            Described("desc", picture.Name, picture.Alt)
        );
        return root.ToString(SaveOptions.DisableFormatting);
    }

    private static XElement Described(string element, string name, string text) =>
        new(
            Svg + element,
            new XAttribute("id", $"{name}-{(element == "title" ? "title" : "description")}"),
            XmlText.Clean(text)
        );

    private static void Flow(XElement text)
    {
        var line = text.Value.Trim();
        var places = Numbers(text.Attribute("x"));
        var size = float.Parse(text.Attribute("font-size")!.Value, CultureInfo.InvariantCulture);
        var bold = text.Attribute("font-weight") is not null;
        text.SetAttributeValue("x", Short(places[0]));
        text.SetAttributeValue("y", Short(Numbers(text.Attribute("y"))[0]));
        text.SetAttributeValue("textLength", Short(ChartFont.Measure(line, size, bold)));
        text.SetAttributeValue("lengthAdjust", "spacingAndGlyphs");
        text.SetAttributeValue("font-family", $"{ChartFont.Name}, system-ui, sans-serif");
        text.Value = line;
    }

    private static void Rename(XElement element, string name)
    {
        foreach (var attribute in element.Attributes())
        {
            if (attribute.Name.LocalName == "id")
            {
                attribute.Value = $"{name}-{attribute.Value}";
            }
            else if (attribute.Value.Contains('#', StringComparison.Ordinal))
            {
                attribute.Value = Reference().Replace(attribute.Value, $"$1{name}-$2");
            }
        }
    }

    private static double[] Numbers(XAttribute? list) =>
        [
            .. (list?.Value ?? "0")
                .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(number => double.Parse(number, CultureInfo.InvariantCulture)),
        ];

    private static string Short(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(url\(#|^#)([A-Za-z_])")]
    private static partial Regex Reference();
}
