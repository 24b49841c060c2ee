using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Bench.Measurement;

namespace Bench.Workloads;

/// <summary>What the stages do to an item. Costs are rounds of mixing: the same processor work in every model.</summary>
public static class PipelineKernel
{
    private const int HighestQuantity = 100;
    private const int HighestPriceCents = 10_000;

    /// <summary>The text of item <paramref name="number"/>.</summary>
    public static byte[] Text(ulong seed, int number, int keys)
    {
        var random = SplitMix64.For(seed, number);
        return Encoding.UTF8.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{number};{random.Next(keys)};{1 + random.Next(HighestQuantity)}"
            )
        );
    }

    /// <summary>Text to fields.</summary>
    public static ParsedItem Parse(RawItem item, int rounds)
    {
        var text = item.Text.Span;
        var number = Field(ref text);
        var key = Field(ref text);
        var quantity = Field(ref text);
        var digest = SplitMix64.Mix(((ulong)number << 32) ^ ((ulong)key << 16) ^ (ulong)quantity);
        return new(item.OfferedAt, number, key, quantity, Work(digest, rounds));
    }

    /// <summary>Quantity to money.</summary>
    public static EnrichedItem Enrich(ParsedItem item, int rounds)
    {
        var cents = (long)item.Quantity * PriceCents(item.Key);
        return new(item.OfferedAt, item.Number, item.Key, cents, Work(item.Digest ^ (ulong)cents, rounds));
    }

    /// <summary>Mixes <paramref name="digest"/> over and over; each round needs the one before.</summary>
    public static ulong Work(ulong digest, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            digest = SplitMix64.Mix(digest);
        }

        return digest;
    }

    private static int PriceCents(int key) => 1 + (int)(SplitMix64.Mix((ulong)key) % HighestPriceCents);

    private static int Field(ref ReadOnlySpan<byte> text)
    {
        if (!Utf8Parser.TryParse(text, out int value, out var length))
        {
            throw new FormatException($"'{Encoding.UTF8.GetString(text)}' does not begin with a number");
        }

        text = text[Math.Min(length + 1, text.Length)..];
        return value;
    }
}
