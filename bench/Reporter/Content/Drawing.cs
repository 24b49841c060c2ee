using Bench.Reporter.Charts;

namespace Bench.Reporter.Content;

/// <summary>A picture that stands within its page, where a page has few and travels alone.</summary>
/// <param name="Name">File name without extension, and the page's anchor.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Alt">What it says, for those who cannot see it.</param>
/// <param name="HowToRead">A line on how to read it.</param>
/// <param name="Svg">The picture itself.</param>
internal sealed record Drawing(string Name, string Title, string Alt, string HowToRead, string Svg)
{
    public static Drawing Of(PictureFile file) =>
        new(file.Picture.Name, file.Picture.Title, file.Picture.Alt, file.Picture.HowToRead, file.Svg);
}
