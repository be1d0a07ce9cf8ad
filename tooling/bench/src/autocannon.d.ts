declare module "autocannon" {
  export interface Request {
    method?: string;
    path?: string;
    headers?: Record<string, string>;
    body?: string;
    /** Called before each request; returns what to send. */
    setupRequest?: (request: Request) => Request;
  }
  export interface Options {
    url: string;
    connections: number;
    /** Seconds. */
    duration: number;
    requests: Request[];
    timeout?: number;
  }
  export interface Result {
    errors: number;
    timeouts: number;
    duration: number;
  }
  export interface Instance extends PromiseLike<Result> {
    on(
      event: "response",
      listener: (client: unknown, statusCode: number, bytes: number, responseMs: number) => void,
    ): this;
    stop(): void;
  }
  export default function autocannon(options: Options): Instance;
}
