using System.Text.Encodings.Web;
using Fluid;

namespace Bench.Reporter;

/// <summary>The embedded Liquid templates. Whatever a template prints is encoded unless it says <c>raw</c>.</summary>
internal static class Templates
{
    private static readonly FluidParser Parser = new();

    private static readonly TemplateOptions Options = NewOptions();

    /// <summary>Fills a template.</summary>
    /// <param name="name">Name of the embedded template.</param>
    /// <param name="model">What its expressions refer to.</param>
    /// <param name="encoder">Makes data harmless in the output's format.</param>
    public static string Render(string name, object model, TextEncoder encoder) =>
        Parser.Parse(Resource.Text(name)).Render(new TemplateContext(model, Options), encoder);

    private static TemplateOptions NewOptions()
    {
        var options = new TemplateOptions
        {
            MemberAccessStrategy = new UnsafeMemberAccessStrategy
            {
                MemberNameStrategy = MemberNameStrategies.CamelCase,
            },
            FileProvider = new ResourceFiles(),
            StrictVariables = true,
            StrictFilters = true,
        };
        Markdown.MarkdownText.AddTo(options.Filters);
        return options;
    }
}
