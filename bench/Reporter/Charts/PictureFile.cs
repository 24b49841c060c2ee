namespace Bench.Reporter.Charts;

/// <summary>A picture in both its forms.</summary>
internal sealed record PictureFile(Picture Picture, string Svg, byte[] Png)
{
    public static PictureFile Of(Picture picture) =>
        new(picture, PictureEncoder.ToSvg(picture), PictureEncoder.ToPng(picture));
}
