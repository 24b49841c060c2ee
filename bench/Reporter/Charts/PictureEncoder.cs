using System.Text;
using SkiaSharp;

namespace Bench.Reporter.Charts;

/// <summary>Pictures as files.</summary>
public static class PictureEncoder
{
    private const float PngScale = 2;

    /// <summary>Fast settings: chart pictures are flat, and a report has dozens of them.</summary>
    private static readonly SKPngEncoderOptions Png = new(SKPngEncoderFilterFlags.Sub, zLibLevel: 4);

    /// <summary>A bitmap at twice the picture's size, for dense screens.</summary>
    public static byte[] ToPng(Picture picture)
    {
        var info = new SKImageInfo((int)(picture.Width * PngScale), (int)(picture.Height * PngScale));
        using var bitmap = new SKBitmap(info);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Scale(PngScale);
            picture.Draw(canvas);
        }

        using var pixels = bitmap.PeekPixels();
        using var data =
            pixels.Encode(Png) ?? throw new InvalidOperationException($"{picture.Name}: no PNG came out");
        return data.ToArray();
    }

    /// <summary>A vector picture whose text stays text: see <see cref="SvgText"/>.</summary>
    public static string ToSvg(Picture picture)
    {
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(SKRect.Create(picture.Width, picture.Height), stream))
        {
            picture.Draw(canvas);
        }

        return SvgText.Tidy(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length), picture);
    }
}
