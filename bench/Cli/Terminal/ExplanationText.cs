using Bench.Cli.Explaining;
using Spectre.Console;

namespace Bench.Cli.Terminal;

/// <summary>An explanation on standard output, wrapped to the terminal.</summary>
internal static class ExplanationText
{
    private const int MostWidth = 100;
    private const int MostNameWidth = 34;

    public static void Write(Explanation explanation)
    {
        var console = Talk.Create(Console.Out, Console.IsOutputRedirected);
        console.Profile.Width = Console.IsOutputRedirected
            ? MostWidth
            : Math.Min(MostWidth, console.Profile.Width);
        console.Write(new Text($"{explanation.Heading}\n", new Style(decoration: Decoration.Bold)));
        foreach (var paragraph in explanation.Paragraphs)
        {
            console.WriteLine();
            console.Write(new Text($"{paragraph}\n"));
        }

        foreach (var block in explanation.Blocks.Where(block => block.Facts.Count > 0))
        {
            console.WriteLine();
            console.Write(new Text($"{block.Title}\n", new Style(decoration: Decoration.Bold)));
            console.Write(Facts(block));
        }
    }

    private static Table Facts(ExplanationBlock block)
    {
        var width = Math.Min(MostNameWidth, block.Facts.Max(fact => fact.Name.Length));
        var table = new Table().NoBorder().HideHeaders();
        table.AddColumn(new TableColumn("") { Width = width + 2 });
        table.AddColumn("");
        foreach (var (name, text) in block.Facts)
        {
            table.AddRow(new Text($"  {name}"), new Text(text));
        }

        return table;
    }
}
