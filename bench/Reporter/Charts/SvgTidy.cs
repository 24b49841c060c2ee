using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Bench.Reporter.Fonts;

namespace Bench.Reporter.Charts;

/// <summary>
/// Makes Skia's SVG fit to stand alone and to be put into a page: text flows from one position over a stated length
/// instead of glyph by glyph (so any fallback font fills the same space and text can be selected), equal clips are one
/// with an id of this picture's own, numbers have one decimal, and the picture has a title and a description.
/// </summary>
internal static partial class SvgTidy
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly XName Link = XName.Get("href", "http://www.w3.org/1999/xlink");

    public static string Tidy(string xml, Picture picture)
    {
        var root = XDocument.Parse(xml).Root!;
        var background = root.Elements(Svg + "rect")
            .TakeWhile(rect => rect.Attribute("fill") is null)
            .ToList();
        background.ForEach(rect => rect.Remove());
        SvgClips.Share(root, picture.Name);
        foreach (var element in root.Descendants())
        {
            Shorten(element);
            OwnImage(element, picture.Name);
        }

        root.SetAttributeValue("viewBox", $"0 0 {picture.Width} {picture.Height}");
        root.SetAttributeValue("role", "img");
        root.SetAttributeValue("aria-labelledby", $"{picture.Name}-title {picture.Name}-desc");
        root.AddFirst(
            Described("title", picture.Name, picture.Title),
            Described("desc", picture.Name, picture.Alt)
        );
        return root.ToString(SaveOptions.DisableFormatting);
    }

    private static XElement Described(string element, string name, string text) =>
        new(Svg + element, new XAttribute("id", $"{name}-{element}"), XmlText.Clean(text));

    private static void Shorten(XElement element)
    {
        element.SetAttributeValue("stroke-miterlimit", null);
        switch (element.Name.LocalName)
        {
            case "text":
                Flow(element);
                break;
            case "image":
                element.SetAttributeValue("style", "image-rendering:pixelated");
                break;
            case "path":
                element.SetAttributeValue("d", LongNumbers().Replace(element.Attribute("d")!.Value, "$1"));
                break;
        }
    }

    // Skia numbers its images in every picture anew, and a page holds many pictures.
    private static void OwnImage(XElement element, string name)
    {
        if (element.Name.LocalName == "image" && element.Attribute("id") is { } id)
        {
            id.Value = $"{name}-{id.Value}";
        }

        if (element.Name.LocalName == "use" && element.Attribute(Link) is { } link)
        {
            link.Value = $"#{name}-{link.Value[1..]}";
        }
    }

    private static void Flow(XElement text)
    {
        var line = text.Value.Trim();
        var size = float.Parse(text.Attribute("font-size")!.Value, CultureInfo.InvariantCulture);
        var bold = text.Attribute("font-weight") is not null;
        text.SetAttributeValue("font-weight", bold ? "600" : null); // Skia says 500 for semi-bold
        text.SetAttributeValue("x", First(text.Attribute("x")));
        text.SetAttributeValue("y", First(text.Attribute("y")));
        text.SetAttributeValue("textLength", Short(ChartFont.Measure(line, size, bold)));
        text.SetAttributeValue("lengthAdjust", "spacingAndGlyphs");
        text.SetAttributeValue("font-family", $"{ChartFont.Name}, system-ui, sans-serif");
        text.Value = line;
    }

    private static string First(XAttribute? positions) =>
        Short(double.Parse((positions?.Value ?? "0").Split(',')[0], CultureInfo.InvariantCulture));

    private static string Short(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    // Cut, not rounded: a tenth of a pixel is not seen.
    [GeneratedRegex(@"(\.\d)\d+")]
    private static partial Regex LongNumbers();
}
