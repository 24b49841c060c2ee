using Bench.Reporter.Site;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bench.Cli.Serving;

/// <summary>A small local site: reports as they lie in a folder, and what the history says. It reads, and changes nothing.</summary>
internal static class Site
{
    private const string Policy =
        "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src 'self' data:; base-uri 'none'; form-action 'none'";

    /// <param name="address">Where to listen, such as <c>http://127.0.0.1:8080</c>; port 0 takes a free one.</param>
    /// <param name="hosts">Names under which it answers; a page of another site that points its own name here gets nothing.</param>
    /// <param name="folder">The runs.</param>
    /// <param name="history">What the history holds, in a sentence.</param>
    /// <param name="trend">The page of trends.</param>
    public static WebApplication Build(
        string address,
        IReadOnlyList<string> hosts,
        ServedFolder folder,
        Func<string> history,
        Func<string> trend
    )
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(address);
        builder.Services.AddRoutingCore();
        builder.Services.AddHostFiltering(options => options.AllowedHosts = [.. hosts]);
        builder.Logging.ClearProviders();
        var site = builder.Build();
        site.UseHostFiltering();
        site.Use(
            (context, next) =>
            {
                var headers = context.Response.Headers;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "no-referrer";
                headers.CacheControl = "no-cache";
                return next(context);
            }
        );
        site.UseRouting();
        site.MapGet(
            "/",
            context => WritePageAsync(context, HomePage.Of(folder.Path, folder.Runs(), history()))
        );
        site.MapGet("/trend", context => WritePageAsync(context, trend()));
        site.MapGet("/runs/{run}/{**file}", context => WriteFileAsync(context, folder));
        return site;
    }

    private static Task WritePageAsync(HttpContext context, string page)
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(page);
    }

    // A report brings a policy of its own.
    private static Task WriteFileAsync(HttpContext context, ServedFolder folder)
    {
        var (run, file) = ((string)context.GetRouteValue("run")!, (string?)context.GetRouteValue("file"));
        if (folder.File(run, file ?? "index.html") is not { } found)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return context.Response.WriteAsync("not found");
        }

        context.Response.ContentType = found.Type;
        return context.Response.SendFileAsync(found.Path);
    }
}
