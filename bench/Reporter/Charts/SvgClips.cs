using System.Xml.Linq;

namespace Bench.Reporter.Charts;

/// <summary>Skia clips every mark by a rectangle of its own; most are the same.</summary>
internal static class SvgClips
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>Keeps one of equal clips, names it after the picture, and joins neighbours that share it.</summary>
    public static void Share(XElement root, string name)
    {
        var kept = new Dictionary<string, string>();
        var ids = new Dictionary<string, string>();
        foreach (var clip in root.Descendants(Svg + "clipPath").ToList())
        {
            var shape = string.Concat(clip.Elements());
            var id = clip.Attribute("id")!;
            var isNew = kept.TryAdd(shape, $"{name}-clip{kept.Count}");
            ids[$"url(#{id.Value})"] = $"url(#{kept[shape]})";
            id.Value = kept[shape];
            if (!isNew)
            {
                clip.Remove();
            }
        }

        foreach (var group in root.Descendants(Svg + "g").ToList())
        {
            if (group.Attribute("clip-path") is { } clip)
            {
                clip.Value = ids[clip.Value];
                Join(group);
            }
        }
    }

    private static void Join(XElement group)
    {
        if (
            group.PreviousNode is XElement { Name.LocalName: "g" } before
            && before
                .Attributes()
                .Select(attribute => attribute.ToString())
                .SequenceEqual(group.Attributes().Select(attribute => attribute.ToString()))
        )
        {
            before.Add(group.Nodes());
            group.Remove();
        }
    }
}
