// fontkit brings no types; this is of the function we call.
declare module 'fontkit' {
  export function create(bytes: Uint8Array): unknown;
}
