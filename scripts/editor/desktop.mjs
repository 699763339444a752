export async function runDesktopTests(){throw new Error('later')}
