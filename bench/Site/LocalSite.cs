using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bench.Site;

/// <summary>A small site that is read and changes nothing.</summary>
public sealed class LocalSite : IAsyncDisposable
{
    private static readonly string[] s_methods = [HttpMethods.Get, HttpMethods.Head];
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);
    private readonly WebApplication _site;

    private LocalSite(WebApplication site) => _site = site;

    /// <summary>Where it is, with the port that it got.</summary>
    public Uri Address => new(_site.Urls.First());

    /// <summary>Starts it.</summary>
    /// <param name="endpoint">Where to listen; port 0 takes a free one.</param>
    /// <param name="pages">What it shows.</param>
    /// <exception cref="IOException">The port cannot be had; the message is the reason.</exception>
    public static async Task<LocalSite> StartAsync(IPEndPoint endpoint, ISitePages pages)
    {
        var site = Build(endpoint, pages);
        try
        {
            await site.StartAsync(CancellationToken.None).ConfigureAwait(false);
            return new(site);
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            await site.DisposeAsync().ConfigureAwait(false);
            throw new IOException((error.InnerException ?? error).Message, error);
        }
    }

    /// <summary>Ends it: what is being sent has two seconds more.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(s_patience);
        await _site.StopAsync(patience.Token).ConfigureAwait(false);
        await _site.DisposeAsync().ConfigureAwait(false);
    }

    private static WebApplication Build(IPEndPoint endpoint, ISitePages pages)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls($"http://{endpoint}");
        builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);
        builder.Services.AddRoutingCore();
        builder.Services.AddHostFiltering(options => options.AllowedHosts = Hosts(endpoint.Address));
        var site = builder.Build();
        site.UseHostFiltering();
        site.Use(WithHeaders);
        site.UseRouting();
        // Browsers ask for it at every first visit, and call what is not found a fault of the page.
        site.MapMethods(
            "/favicon.ico",
            s_methods,
            context =>
            {
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                return Task.CompletedTask;
            }
        );
        Map("/", _ => pages.Home());
        Map("/history", _ => pages.History());
        Map("/trend/{path?}", context => pages.Trend(Path(context)));
        Map("/runs/{**path}", context => pages.Run(Path(context)));
        Map(
            "/named/{number:int}/{**path}",
            context =>
                pages.Named(
                    int.Parse((string)context.GetRouteValue("number")!, CultureInfo.InvariantCulture),
                    Path(context)
                )
        );
        return site;

        void Map(string route, Func<HttpContext, SitePart?> find) =>
            site.MapMethods(route, s_methods, context => SendAsync(context, find(context)));
    }

    // On this machine alone it answers to local names only: a page of another site that points its own name here gets
    // nothing. Whoever opens it to others names the machine as they like.
    private static string[] Hosts(IPAddress address) =>
        IPAddress.IsLoopback(address) ? ["localhost", "127.0.0.1", "[::1]"] : ["*"];

    private static Task WithHeaders(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-cache";
        return next(context);
    }

    private static string Path(HttpContext context) => (string?)context.GetRouteValue("path") ?? "";

    private static async Task SendAsync(HttpContext context, SitePart? part)
    {
        var (path, response) = (context.Request.Path, context.Response);
        if (part is null)
        {
            await RefuseAsync(response).ConfigureAwait(false);
        }
        else if (part.IsFolder && !path.Value!.EndsWith('/'))
        {
            response.Redirect($"{path.ToUriComponent()}/");
        }
        else
        {
            response.Headers.ContentSecurityPolicy = Policies.Of(part);
            response.ContentType = part.Type;
            await (
                part.File is { } file ? SendFileAsync(response, file) : response.WriteAsync(part.Text!)
            ).ConfigureAwait(false);
        }
    }

    private static async Task SendFileAsync(HttpResponse response, string file)
    {
        try
        {
            await response.SendFileAsync(file).ConfigureAwait(false);
        }
        catch (Exception error)
            when (error is IOException or UnauthorizedAccessException && !response.HasStarted)
        {
            await RefuseAsync(response).ConfigureAwait(false);
        }
    }

    private static Task RefuseAsync(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status404NotFound;
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync("There is nothing here. The first page lists what there is: /");
    }
}
