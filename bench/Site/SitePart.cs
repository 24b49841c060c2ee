namespace Bench.Site;

/// <summary>What stands at an address: a text that was made for it, or a file as it lies on disk.</summary>
/// <param name="Type">Media type, with its charset where it is text.</param>
/// <param name="Text">The text; null when it is a file.</param>
/// <param name="File">Path of the file; null when it is a text.</param>
/// <param name="IsFolder">True for what stands for its folder: shown under an address that ends in a slash, so that its relative links hold.</param>
public sealed record SitePart(string Type, string? Text, string? File, bool IsFolder)
{
    /// <summary>Media type of a page.</summary>
    public const string Html = "text/html; charset=utf-8";

    /// <summary>A page that was made for its address.</summary>
    public static SitePart Page(string html, bool isFolder = false) => new(Html, html, null, isFolder);
}
