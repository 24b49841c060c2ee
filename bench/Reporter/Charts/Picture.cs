using SkiaSharp;

namespace Bench.Reporter.Charts;

/// <summary>A chart that can be drawn on any canvas, with the words that go with it.</summary>
/// <param name="Name">File name without extension, unique within the report.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Alt">What it says, for those who cannot see it.</param>
/// <param name="HowToRead">A line for those who have never seen such a chart.</param>
/// <param name="Width">Width in pixels at scale 1.</param>
/// <param name="Height">Height in pixels at scale 1.</param>
/// <param name="Draw">Draws it from the canvas's origin at scale 1.</param>
internal sealed record Picture(
    string Name,
    string Title,
    string Alt,
    string HowToRead,
    int Width,
    int Height,
    Action<SKCanvas> Draw
);
