using Bench.Reporter.Charts;

namespace Bench.Reporter.Content;

/// <summary>A picture as the templates need it; the picture itself is a file in <c>charts/</c>.</summary>
/// <param name="Name">File name without extension, and the page's anchor.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Alt">What it says, for those who cannot see it.</param>
/// <param name="HowToRead">A line on how to read it.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
internal sealed record Figure(string Name, string Title, string Alt, string HowToRead, int Width, int Height)
{
    public static Figure Of(Picture picture) =>
        new(picture.Name, picture.Title, picture.Alt, picture.HowToRead, picture.Width, picture.Height);
}
