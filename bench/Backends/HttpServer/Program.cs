using Bench.HttpServer;

await using var service = await Service.StartAsync();
Console.Out.WriteLine(service.Address);

// Whoever started it has ended, or has no more use for it.
await Console.In.ReadToEndAsync();
